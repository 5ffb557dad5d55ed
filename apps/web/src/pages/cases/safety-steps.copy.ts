/** For a first call in which the person may be at risk from themselves: short enough to follow while listening. */
export const SAFETY_STEPS = {
  title: 'If they talk of hurting themselves, or of not wanting to live',
  steps: [
    'Stay calm and stay on the line. Let them know that you are glad they told you.',
    'Ask directly: “Are you thinking of ending your life?” Asking openly is safe, and lets them answer openly.',
    'If they are in danger now, or have already hurt themselves, call 999, or have a colleague call while you stay with them. Tell the person that you are doing it.',
    'Ask whether someone they trust is near, and agree what happens next before the call ends.',
    'Tell your duty lead as soon as you can, during the call if need be.',
    'Record the attempt, and have your duty lead note that these steps were taken. Write no account of what was said.',
  ],
} as const;
