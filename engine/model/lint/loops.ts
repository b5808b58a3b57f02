import { error, notRunnable, perNode, type Rule } from './rule.ts';

/** A multi-instance knows what to go through (BPMN 2.0.2, 13.3.6), and a loop may go round at least never. */
export const loops: Rule = perNode(({ loop }, process) => {
  if (loop?.type === 'standard' && (loop.maximum ?? 0) < 0) {
    return [
      error('loop_maximum_negative', {
        vi: 'Số lần lặp tối đa (loopMaximum) không được âm.',
        en: 'loopMaximum must not be negative.',
      }),
    ];
  }
  if (loop?.type !== 'multiInstance' || loop.collection || loop.cardinality) return [];
  return [
    notRunnable(process, 'multi_instance_without_collection', {
      vi: 'Hoạt động lặp nhiều lần phải có danh sách hoặc số lần lặp.',
      en: 'A multi-instance activity must have a collection or a number of repetitions.',
    }),
  ];
});
