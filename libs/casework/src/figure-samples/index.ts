export * from './ask-figure-sample';
export * from './draw-figure-sample';
export * from './open-figure-cases';
