export * from './correct-outcome';
export { RecordOutcomes, type RecordOutcomesInput, type RecordOutcomesOutcome } from './record-outcomes';
