export * from './ask-override';
export * from './change-override';
export * from './open-override';
export * from './record-consent';
export * from './sweep-consent';
export * from './withdraw-consent';
export type { WithoutAgreement } from './override-at-referral';
