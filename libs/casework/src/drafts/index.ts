export * from './discard-draft';
export type { DraftSent } from './draft-access';
export * from './expire-drafts';
export * from './open-draft';
export * from './preview-promise';
export * from './save-draft';
export * from './start-draft';
export * from './submit-draft';
