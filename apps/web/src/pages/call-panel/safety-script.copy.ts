/**
 * For a first call in which the person may be at risk from themselves: short enough to follow while listening.
 * To be approved by the service before it is used with people; the wording is this project's own.
 */
export const SAFETY_SCRIPT = {
  title: 'If they talk of hurting themselves, or of not wanting to live',
  approval: 'Sample wording, to be approved by the service before use.',
  steps: [
    'Stay calm and stay on the line. Let them know that you are glad they told you.',
    'Ask directly: “Are you thinking of ending your life?” Asking openly is safe, and lets them answer openly.',
    'If they are in danger now, or have already hurt themselves, call 999, or have a colleague call while you stay with them. Tell the person that you are doing it.',
    'Ask whether someone they trust is near, and agree what happens next before the call ends.',
    'Tell your duty lead as soon as you can, during the call if need be.',
    'Record the attempt, and have your duty lead note that these steps were taken. Write no account of what was said.',
  ],
  whoTitle: 'Who to call now',
  who: [
    ['Life at risk, or already hurt', '999'],
    ['A crisis, and nobody hurt yet', 'NHS 111, then the mental health option'],
    ['Someone to talk to, day or night', 'Samaritans, 116 123'],
  ],
} as const;
