/** Whose number it is, as a form asks. */
export const OWNERS = ['own', 'work', 'someone-else'] as const;
export type Owner = (typeof OWNERS)[number];
