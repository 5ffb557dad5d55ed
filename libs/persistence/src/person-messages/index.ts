export * from './case-messages';
export * from './contact-stop.store';
export * from './linked-record.store';
export * from './person-message.store';
export * from './safety-review.store';
