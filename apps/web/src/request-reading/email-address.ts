/** One @, a dot behind it, no spaces: more than that only the other side knows. */
export const EMAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const LONGEST_EMAIL = 200;
