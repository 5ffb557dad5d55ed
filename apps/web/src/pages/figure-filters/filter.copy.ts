/** Why figures are not narrowed by what an address asks for, and where that is told instead. */
export const FILTER = {
  cannot: (name: string, instead: string) => `These figures cannot be narrowed by “${name}”. ${instead}`,
  instead: {
    equality:
      'Sex, age and ethnic group are told for the whole area and a whole year only, under “Who is referred, beside who is harmed”',
    district:
      'Districts are told over twelve months only: choose “The promise by district” in the live figures, or read the quarterly report',
    other: 'Choose one of the tables that there are',
  },
} as const;
