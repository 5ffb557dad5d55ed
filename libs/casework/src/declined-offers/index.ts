export * from './note-asked-again';
export {
  RecordDeclinedOffer,
  type DeclinedOfferInput,
  type DeclinedOfferOutcome,
} from './record-declined-offer';
