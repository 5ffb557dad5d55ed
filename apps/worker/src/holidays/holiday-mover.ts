import type { MoveForHolidays } from '#libs/casework';

const IDLE_MILLISECONDS = 1_000;

/** Moves deadlines after a bank holiday was proclaimed, a batch a round until none is left. */
export class HolidayMover {
  constructor(private readonly moveForHolidays: MoveForHolidays) {}

  async round(): Promise<number> {
    return (await this.moveForHolidays.execute()) ? 0 : IDLE_MILLISECONDS;
  }
}
