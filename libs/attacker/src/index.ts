export * from './highs-attacker';
