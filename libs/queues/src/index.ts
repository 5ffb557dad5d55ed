export * from './backends';
export * from './jobs';
export * from './wake-ups';
