/**
 * What a returned mail says happened, by the machine-readable part of a delivery status notification (RFC 3464).
 * Anything that is not one, or only says that delivery is delayed, is null: nobody is alarmed by a holiday notice.
 */
export function deliveryStatusOf(raw: string): 'failed' | 'delivered' | null {
  if (!/^content-type:\s*multipart\/report\b/im.test(raw)) return null;
  const actions = [...raw.matchAll(/^action:[\t ]*([a-z]+)/gim)].map(([, action = '']) =>
    action.toLowerCase(),
  );
  if (actions.includes('failed')) return 'failed';
  return actions.includes('delivered') ? 'delivered' : null;
}
