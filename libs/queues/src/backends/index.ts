export * from './migrate-queue';
export * from './no-wake-ups';
export * from './open-wake-ups';
export { ForgetfulRedisError } from './redis-policy';
