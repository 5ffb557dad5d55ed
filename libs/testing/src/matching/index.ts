export * from './chance';
export * from './invented-people';
export * from './measure-matching';
export * from './writing-errors';
