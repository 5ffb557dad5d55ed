export const LOGGER = Symbol('Logger');
export const VAULT = Symbol('Vault');
export const QUEUE = Symbol('WakeUpPort');
export const TRANSPORT = Symbol('MailTransport');
/** The data source on the wall's own role. */
export const WALL = 'wall';
