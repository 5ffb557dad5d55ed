export * from './feedback.store';
