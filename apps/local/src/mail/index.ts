export type { CaughtMessage } from './mailbox';
export { startMailCatcher, type MailCatcher } from './start-mail-catcher';
