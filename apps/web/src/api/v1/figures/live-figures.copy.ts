export const NO_SUCH_TABLE = (tables: string) =>
  `There is no such table of live figures. There are: ${tables}`;
export const WAY_OUT = (address: string) => `These figures are not told. What is told: ${address}`;
export const NO_SUCH_FIGURE = 'There is no such figure: read the table that it stands in';
