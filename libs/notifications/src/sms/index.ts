export * from './notify-sms';
export * from './notify-token';
