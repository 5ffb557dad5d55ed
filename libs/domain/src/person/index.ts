export * from './age-rules';
export * from './ages-of';
export * from './birth-span';
export * from './correct-ages';
