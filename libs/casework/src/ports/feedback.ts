import type { PersonFeedback } from '#libs/domain';

export interface FeedbackStore {
  add(feedback: PersonFeedback): Promise<void>;
}
