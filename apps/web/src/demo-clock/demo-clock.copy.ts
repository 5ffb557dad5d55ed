export const CANNOT_RESET =
  'This practice copy was not started with npm start, so it cannot put its data back from here.';
export const NO_NEXT_WORKING_DAY = 'The calendar does not know the next working day.';
