import { child, flag, text } from '../moddle.ts';
import { error, isExecutable, perElement, type Rule } from './rule.ts';
import { isSameItem, itemOf } from './same-item.ts';

const sides = [
  { collection: 'loopDataInputRef', item: 'inputDataItem' },
  { collection: 'loopDataOutputRef', item: 'outputDataItem' },
];

/** A multi-instance counts by a number or by a collection, and an item of it is one of the collection (BPMN 2.0.2, 10.3.8). */
export const loopData: Rule = perElement((activity) => {
  const loop = child(activity, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return [];
  const both = text(loop, 'loopCardinality') !== undefined && child(loop, 'loopDataInputRef') !== undefined;
  const differ = sides.flatMap(({ collection, item }) => {
    const of = itemOf(child(loop, collection));
    const none = of && isExecutable(activity) && flag(of, 'isCollection') !== true;
    return [
      ...(none
        ? [
            error('loop_data_no_collection', {
              vi: `${collection} phải trỏ tới một tập hợp (isCollection) để lặp qua.`,
              en: `${collection} must refer to a collection (isCollection).`,
            }),
          ]
        : []),
      ...(isSameItem(of, itemOf(child(loop, item)))
        ? []
        : [
            error('loop_data_differ', {
              vi: `${item} không phải là phần tử của tập hợp mà ${collection} trỏ tới.`,
              en: `${item} is not an item of the collection that ${collection} refers to.`,
            }),
          ]),
    ];
  });
  if (!both) return differ;
  return [
    error('multi_instance_two_counts', {
      vi: 'Hoạt động lặp nhiều lần theo số lần (loopCardinality) hoặc theo tập hợp (loopDataInputRef), không cả hai.',
      en: 'A multi-instance counts by loopCardinality or by loopDataInputRef, not by both.',
    }),
    ...differ,
  ];
});

const behaviours: Record<string, string> = {
  None: 'noneBehaviorEventRef',
  One: 'oneBehaviorEventRef',
  Complex: 'complexBehaviorDefinition',
};

/** A multi-instance that throws when instances complete says what (BPMN 2.0.2, table 10.31). */
export const loopBehaviour: Rule = perElement((activity) => {
  const loop = child(activity, 'loopCharacteristics');
  const behavior = text(loop, 'behavior') ?? 'All';
  const needed = behaviours[behavior];
  const given = needed === undefined ? undefined : loop?.[needed];
  if (!loop || needed === undefined || (Array.isArray(given) ? given.length > 0 : given !== undefined))
    return [];
  return [
    error('loop_behaviour_without_event', {
      vi: `Với behavior="${behavior}" phải cho biết sự kiện được gửi (${needed}).`,
      en: `With behavior="${behavior}" it must say which event is thrown (${needed}).`,
    }),
  ];
});
