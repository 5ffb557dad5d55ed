export * from './declined-offer.store';
