/**
 * The card in force of a person as JSON, as `SafeContactCard` has it; instants are epoch milliseconds. Dates
 * that are over are left out. A card on which nothing but safe times was ever named keeps them in `windows` alone.
 */
export function cardBody(personId: string): string {
  return `
    select json_build_object('version', s.version, 'windows', s.windows, 'never', s.never,
      'saidWindows', case when s.never is null and s.exceptions = '[]' then s.windows else s.said_windows end,
      'exceptions', coalesce((
        select jsonb_agg(e.one order by e.one ->> 'date') from jsonb_array_elements(s.exceptions) e(one)
        where e.one ->> 'date' >= to_char(app.service_now() at time zone (s.windows ->> 'timezone'), 'YYYY-MM-DD')
      ), '[]'),
      'callerId', s.caller_id, 'wording', s.wording,
      'thirdParty', case when s.third_party_relation is not null then
        json_build_object('relation', s.third_party_relation, 'knows', s.third_party_knows) end,
      'lostContact', json_build_object('policeCheck', s.police_check, 'afterDays', s.police_check_after_days,
        'via', s.police_check_via),
      'stopped', s.stopped, 'restricted', exists (
        select 1 from app.person p where p.person_id = s.person_id and p.restricted_at is not null
      ), 'routes', coalesce((
        select json_agg(json_build_object('id', t.route_id, 'kind', t.kind, 'permissions', t.permissions,
          'state', t.state, 'purpose', t.purpose, 'seenBy', t.seen_by,
          'checkedAt', (extract(epoch from t.checked_at) * 1000)::bigint,
          'recheckAfter', (extract(epoch from t.checked_at) * 1000)::bigint + t.recheck_days * 86400000::bigint,
          'recheckAskedAt', (extract(epoch from t.recheck_asked_at) * 1000)::bigint
        ) order by t.rank)
        from app.contact_route t where t.person_id = s.person_id), '[]')) as body
    from app.safe_contact_card s where s.person_id = ${personId} order by s.version desc limit 1`;
}
