import { feel, formal } from './expression.ts';
import type { EventDefinition, Loop } from './graph.ts';
import { child, children, extension, flag, type ModdleElement, number, text } from './moddle.ts';
import { dataName, sourceOf, targetOf } from './read-data.ts';
import { readEventDefinition } from './read-events.ts';

/** Standard loop or multi-instance of an activity, in Camunda 8's or plain BPMN's words. */
export function readLoop(activity: ModdleElement): Loop | undefined {
  const loop = child(activity, 'loopCharacteristics');
  if (!loop) return undefined;
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? readStandard(loop)
    : readMultiInstance(loop, activity);
}

function readStandard(loop: ModdleElement): Loop {
  const condition = formal(loop, 'loopCondition');
  const maximum = number(loop, 'loopMaximum') ?? Number.parseInt(text(loop, 'loopMaximum') ?? '', 10);
  return {
    type: 'standard',
    testBefore: flag(loop, 'testBefore') ?? false,
    ...(condition ? { condition } : {}),
    ...(Number.isInteger(maximum) ? { maximum } : {}),
  };
}

function readMultiInstance(loop: ModdleElement, activity: ModdleElement): Loop {
  const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
  const collection = text(zeebe, 'inputCollection') ?? sourceOf(activity, child(loop, 'loopDataInputRef'));
  const cardinality = formal(loop, 'loopCardinality');
  const element = text(zeebe, 'inputElement') ?? dataName(child(loop, 'inputDataItem'));
  const outputCollection =
    text(zeebe, 'outputCollection') ?? targetOf(activity, child(loop, 'loopDataOutputRef'));
  const outputElement = text(zeebe, 'outputElement') ?? dataName(child(loop, 'outputDataItem'));
  const completion = formal(loop, 'completionCondition');
  const behavior = (text(loop, 'behavior') ?? 'All').toLowerCase();
  const known = (['none', 'one', 'all', 'complex'] as const).find((name) => name === behavior) ?? 'all';
  const reference = child(loop, known === 'none' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef');
  const throws = reference && readEventDefinition(reference, activity);
  const complex = children(loop, 'complexBehaviorDefinition').flatMap((definition) =>
    readComplex(definition, activity),
  );
  return {
    type: 'multiInstance',
    sequential: flag(loop, 'isSequential') ?? false,
    behavior: known,
    ...(collection === undefined ? {} : { collection: feel(collection) }),
    ...(cardinality ? { cardinality } : {}),
    ...(element === undefined ? {} : { element }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
    ...(outputElement === undefined ? {} : { outputElement: feel(outputElement) }),
    ...(completion ? { completion } : {}),
    ...(throws ? { throws } : {}),
    ...(complex.length > 0 ? { complex } : {}),
  };
}

function readComplex(definition: ModdleElement, activity: ModdleElement) {
  const condition = formal(definition, 'condition');
  const [event] = children(child(definition, 'event'), 'eventDefinitions');
  const thrown: EventDefinition | undefined = event && readEventDefinition(event, activity);
  return condition && thrown ? [{ condition, event: thrown }] : [];
}
