export * from './adjust-deadlines';
export * from './ask-for-check';
export * from './follow-up-conversation';
export * from './record-contact-attempt';
export * from './record-exception';
export * from './stand-after-attempts';
