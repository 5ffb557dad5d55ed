/** More of one kind on one track is a machine gone wrong, not a long trial. */
export const MOST_ENTRIES = 500;
