export * from './answer-handovers';
export * from './assign-cases';
export * from './leave-walled-hands';
export { type RowDecided } from './offer-case';
export * from './offer-handover';
export * from './release-cases-of';
