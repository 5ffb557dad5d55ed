export type { CareCase } from './care-case';
export * from './list-shared-care';
export * from './open-shared-care';
