export * from './ask-corrected-start';
export * from './check-record';
export * from './decide-check';
