import { error, perNode, type Rule } from './rule.ts';

/** An ad-hoc sub-process has no start and end events, and at least one activity (BPMN 2.0.2, 10.3.5). */
export const adHoc: Rule = perNode((node, process) => {
  if (node.kind !== 'adHocSubProcess') return [];
  const inside = Object.values(process.nodes).filter(({ parent }) => parent === node.id);
  const events = inside.filter(({ kind }) => kind === 'startEvent' || kind === 'endEvent');
  const activities = inside.filter(({ kind }) => !/(Event|Gateway)$/.test(kind));
  const empty = error('empty_ad_hoc', {
    vi: 'Quy trình con tùy biến phải có ít nhất một hoạt động.',
    en: 'An ad-hoc sub-process must have at least one activity.',
  });
  const wrong = events.map(({ id }) =>
    error('event_in_ad_hoc', {
      vi: `Quy trình con tùy biến không được có sự kiện bắt đầu hay kết thúc ("${id}").`,
      en: `An ad-hoc sub-process must not have start or end events ("${id}").`,
    }),
  );
  return activities.length === 0 ? [empty, ...wrong] : wrong;
});
