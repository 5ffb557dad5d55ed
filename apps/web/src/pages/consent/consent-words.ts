import { agencyOf, type DataClass, type Purpose, type Recipient } from '#libs/domain';
import type { ProviderAgency } from '#libs/persistence';
import { BODY_WORDS, CLASS_READ_OUT, CLASS_WORDS } from './consent.copy';

export type RecipientWords = (recipient: Recipient) => string;

export function recipientWords(providers: readonly ProviderAgency[]): RecipientWords {
  return (recipient) => {
    const agencyId = agencyOf(recipient);
    if (agencyId === null) return BODY_WORDS[recipient as keyof typeof BODY_WORDS];
    return providers.find((provider) => provider.agencyId === agencyId)?.name ?? 'A service that has closed';
  };
}

export function classList(dataClasses: readonly DataClass[]): string {
  return dataClasses.map((dataClass) => CLASS_WORDS[dataClass]).join(', ');
}

/** "your name, how to reach you safely and that we support you" */
export function classesReadOut(dataClasses: readonly DataClass[]): string {
  const words = dataClasses.map((dataClass) => CLASS_READ_OUT[dataClass]);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export function aboutHref(
  caseId: string,
  act: 'new' | 'withdraw',
  { purpose, recipient }: { purpose: Purpose; recipient: Recipient },
): string {
  return `/cases/${caseId}/consent/${act}?purpose=${purpose}&recipient=${encodeURIComponent(recipient)}`;
}
