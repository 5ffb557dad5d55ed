export interface ReadinessCheck {
  readonly name: string;
  readonly ready: boolean;
}

export interface Readiness {
  check(): Promise<readonly ReadinessCheck[]>;
}
