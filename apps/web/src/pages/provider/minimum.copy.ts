export const MINIMUM = {
  age: 'Age',
  area: 'Area',
  areaUnknown: 'Not known',
  needs: 'What they need',
  noNeeds: 'Nothing more is known yet',
  languages: 'Help needed to talk',
  noLanguages: 'None that we know of',
  access: 'Access',
  noAccess: 'Nothing that we know of',
  safeContact: 'Safe ways to be in touch',
  noSafeContact: 'Not shared',
} as const;

export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  call: 'calls',
  text: 'texts',
  voicemail: 'voicemail',
  email: 'e-mail',
  post: 'letters',
  'safe-hours': 'only in certain hours',
};

export const LANGUAGE_LINES: Readonly<Record<string, string>> = {
  interpreter: 'an interpreter',
  bsl: 'British Sign Language',
  bfi: 'British Sign Language',
  other: 'something else',
};

export const NEED_WORDS: Readonly<Record<string, string>> = {
  'worker-woman': 'a woman as their worker',
  'worker-man': 'a man as their worker',
  'women-only-space': 'a space for women only',
};

export const ACCESS_WORDS: Readonly<Record<string, string>> = {
  'step-free': 'step-free access',
  'accessible-toilet': 'an accessible toilet',
  'hearing-loop': 'a hearing loop',
  'british-sign-language': 'British Sign Language',
  'easy-read': 'easy read',
  'quiet-room': 'a quiet room',
  'by-telephone': 'by telephone',
  'by-video': 'by video',
  'home-visits': 'home visits',
  parking: 'parking',
};
