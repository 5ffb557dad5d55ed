export * from './answer-safety-review';
export * from './cancel-message';
export * from './cancel-messages-of';
export * from './hand-over-messages';
export * from './queue-message';
export * from './take-delivery-reports';
