export * from './act-by';
export * from './attempt';
export * from './contact-machine';
export * from './ladder';
export * from './record-attempt';
