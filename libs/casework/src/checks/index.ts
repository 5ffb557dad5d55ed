export * from './ask-corrected-start';
export * from './decide-check';
