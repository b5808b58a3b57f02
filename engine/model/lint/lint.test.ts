import { expect, test } from 'vitest';
import { compile } from '../../compile.ts';

const message = '<messageEventDefinition/>';
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const flow = (id: string, source: string, target: string, inner = '') =>
  `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
const condition = (text: string) => `<conditionExpression>${text}</conditionExpression>`;
const zeebe = (inner: string) => `<extensionElements>${inner}</extensionElements>`;

/** A gateway G with so many flows to it and from it. */
const between = (gateway: string, incoming: number, outgoing: number) =>
  [
    '<task id="from"/><task id="to"/>',
    gateway,
    ...Array.from({ length: incoming }, (_, i) => flow(`in${i}`, 'from', 'G')),
    ...Array.from({ length: outgoing }, (_, i) => flow(`out${i}`, 'G', 'to')),
  ].join('');
const data = (specification: string, associations = '') =>
  `<task id="A"><ioSpecification>${specification}</ioSpecification>${associations}</task>`;

/** An operation that takes the message M, which carries an "a"; "b" is something else, "list" holds many an "a". */
const operation =
  '<itemDefinition id="a" structureRef="a"/><itemDefinition id="b" structureRef="b"/><itemDefinition id="list" structureRef="a" isCollection="true"/><message id="M" name="m" itemRef="a"/><interface id="I" name="i"><operation id="ask" name="ask"><inMessageRef>M</inMessageRef></operation></interface>';
/** What takes inputs: an id and what it is of, for each. */
const takes = (...inputs: string[]) => {
  const ids = inputs.filter((_, i) => i % 2 === 0);
  const declared = ids.map((id) => {
    const item = inputs[inputs.indexOf(id) + 1];
    return `<dataInput id="${id}" itemSubjectRef="${item}" isCollection="${item === 'list'}"/>`;
  });
  const set = ids.map((id) => `<dataInputRefs>${id}</dataInputRefs>`).join('');
  return `<ioSpecification>${declared.join('')}<inputSet>${set}</inputSet><outputSet/></ioSpecification>`;
};

/** [code, element, severity, content of the process, content beside it] */
const rules: [string, string, 'error' | 'warning', string, string?][] = [
  ['duplicate_id', 'A', 'error', '<task id="A"/><userTask id="A"/>'],
  ['unknown_element', '', 'error', '<tusk id="A"/>'],
  ['unresolved_reference', 'R', 'error', '<receiveTask id="R" messageRef="nowhere"/>'],
  ['unresolved_reference', 'f', 'error', `<task id="A"/>${flow('f', 'A', 'B')}`],
  ['flow_without_end', 'f', 'error', '<task id="A"/><sequenceFlow id="f" sourceRef="A"/>'],
  ['flow_without_end', 'f', 'error', `<task id="A"/><dataObject id="D"/>${flow('f', 'A', 'D')}`],
  [
    'flow_across_scopes',
    'f',
    'error',
    `<task id="A"/><subProcess id="Sub"><task id="B"/></subProcess>${flow('f', 'A', 'B')}`,
  ],
  [
    'flow_across_pools',
    'f',
    'error',
    `<task id="A"/>${flow('f', 'A', 'B')}`,
    '<process id="Q" isExecutable="true"><task id="B"/></process>',
  ],
  ['illegal_incoming_flow', 'S', 'error', `<startEvent id="S"/><task id="A"/>${flow('f', 'A', 'S')}`],
  ['illegal_outgoing_flow', 'E', 'error', `<endEvent id="E"/><task id="A"/>${flow('f', 'E', 'A')}`],
  [
    'illegal_incoming_flow',
    'H',
    'error',
    `<task id="A"/><task id="H" isForCompensation="true"/>${flow('f', 'A', 'H')}`,
  ],
  [
    'illegal_outgoing_flow',
    'X',
    'error',
    `<task id="A"/><subProcess id="X" triggeredByEvent="true"><startEvent id="S">${message}</startEvent></subProcess>${flow('f', 'X', 'A')}`,
  ],
  [
    'condition_not_allowed',
    'f',
    'error',
    `<parallelGateway id="G"/><task id="A"/>${flow('f', 'G', 'A', condition('=x'))}`,
  ],
  [
    'condition_not_allowed',
    'f',
    'error',
    `<startEvent id="S"/><task id="A"/>${flow('f', 'S', 'A', condition('=x'))}`,
  ],
  [
    'condition_on_default',
    'f',
    'warning',
    `<exclusiveGateway id="G" default="f"/><task id="A"/>${flow('f', 'G', 'A', condition('=x'))}`,
  ],
  [
    'default_not_outgoing',
    'G',
    'error',
    `<exclusiveGateway id="G" default="f"/><task id="A"/><task id="B"/>${flow('f', 'A', 'B')}`,
  ],
  [
    'form_not_found',
    'A',
    'warning',
    `<userTask id="A">${zeebe('<zeebe:formDefinition formId="receipt"/>')}</userTask>`,
  ],
  [
    'invalid_form',
    'P',
    'error',
    `${zeebe('<zeebe:userTaskForm id="receipt">{"type": "object", "required": "x"}</zeebe:userTaskForm>')}<task id="A"/>`,
  ],
  [
    'excluded_task_not_found',
    'A',
    'error',
    `<userTask id="A">${zeebe('<zeebe:properties><zeebe:property name="excludeDecidersOf" value="A,B"/></zeebe:properties>')}</userTask><task id="B"/>`,
  ],
  [
    'missing_condition',
    'G',
    'warning',
    `<exclusiveGateway id="G" default="g"/><task id="A"/><task id="B"/>${flow('f', 'G', 'A')}${flow('g', 'G', 'B')}`,
  ],
  ['event_without_definition', 'C', 'error', '<intermediateCatchEvent id="C"/>'],
  ['event_without_definition', 'B', 'error', '<task id="A"/><boundaryEvent id="B" attachedToRef="A"/>'],
  ['wrong_event_definition', 'S', 'error', '<startEvent id="S"><errorEventDefinition/></startEvent>'],
  [
    'wrong_event_definition',
    'S',
    'error',
    `<subProcess id="Sub"><startEvent id="S">${message}</startEvent></subProcess>`,
  ],
  ['wrong_event_definition', 'E', 'error', `<endEvent id="E">${timer}</endEvent>`],
  [
    'wrong_event_definition',
    'T',
    'error',
    `<intermediateThrowEvent id="T">${timer}</intermediateThrowEvent>`,
  ],
  [
    'wrong_event_definition',
    'B',
    'error',
    '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><terminateEventDefinition/></boundaryEvent>',
  ],
  [
    'boundary_without_host',
    'B',
    'error',
    `<exclusiveGateway id="G"/><boundaryEvent id="B" attachedToRef="G">${timer}</boundaryEvent>`,
  ],
  [
    'boundary_without_host',
    'B',
    'error',
    `<subProcess id="Sub"><task id="A"/></subProcess><boundaryEvent id="B" attachedToRef="A">${timer}</boundaryEvent>`,
  ],
  [
    'boundary_dead_end',
    'B',
    'warning',
    `<task id="A"/><boundaryEvent id="B" attachedToRef="A">${timer}</boundaryEvent>`,
  ],
  [
    'cancel_outside_transaction',
    'B',
    'error',
    '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><cancelEventDefinition/></boundaryEvent>',
  ],
  ['cancel_outside_transaction', 'E', 'error', '<endEvent id="E"><cancelEventDefinition/></endEvent>'],
  [
    'compensation_without_handler',
    'B',
    'warning',
    '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent>',
  ],
  [
    'must_interrupt',
    'B',
    'error',
    '<task id="A"/><boundaryEvent id="B" attachedToRef="A" cancelActivity="false"><errorEventDefinition/></boundaryEvent>',
  ],
  [
    'event_sub_process_without_start',
    'X',
    'error',
    '<subProcess id="X" triggeredByEvent="true"><task id="A"/></subProcess>',
  ],
  [
    'event_sub_process_several_starts',
    'X',
    'error',
    `<subProcess id="X" triggeredByEvent="true"><startEvent id="S1">${message}</startEvent><startEvent id="S2">${timer}</startEvent></subProcess>`,
  ],
  [
    'link_without_target',
    'L',
    'error',
    '<intermediateThrowEvent id="L"><linkEventDefinition name="a"/></intermediateThrowEvent>',
  ],
  [
    'link_without_source',
    'L',
    'warning',
    '<intermediateCatchEvent id="L"><linkEventDefinition name="a"/></intermediateCatchEvent>',
  ],
  [
    'link_target_twice',
    'L1',
    'error',
    '<intermediateCatchEvent id="L1"><linkEventDefinition name="a"/></intermediateCatchEvent><intermediateCatchEvent id="L2"><linkEventDefinition name="a"/></intermediateCatchEvent>',
  ],
  [
    'event_based_gateway_target',
    'G',
    'error',
    `<eventBasedGateway id="G"/><task id="A"/>${flow('f', 'G', 'A')}`,
  ],
  [
    'event_based_gateway_single',
    'G',
    'error',
    `<eventBasedGateway id="G"/><receiveTask id="A"/>${flow('f', 'G', 'A')}`,
  ],
  [
    'event_based_gateway_shared',
    'G',
    'error',
    `<eventBasedGateway id="G"/><receiveTask id="A"/><task id="B"/>${flow('f', 'G', 'A')}${flow('g', 'B', 'A')}`,
  ],
  [
    'event_based_gateway_mixed',
    'G',
    'error',
    `<eventBasedGateway id="G"/><receiveTask id="A"/><intermediateCatchEvent id="B">${message}</intermediateCatchEvent>${flow('f', 'G', 'A')}${flow('g', 'G', 'B')}`,
  ],
  [
    'message_flow_inside_pool',
    'm',
    'error',
    '<sendTask id="A"/><receiveTask id="B"/>',
    '<collaboration id="C"><participant id="Pool" processRef="P"/><messageFlow id="m" sourceRef="A" targetRef="B"/></collaboration>',
  ],
  [
    'message_flow_target',
    'm',
    'error',
    '<exclusiveGateway id="G"/>',
    '<collaboration id="C"><participant id="Pool" processRef="P"/><participant id="Box"/><messageFlow id="m" sourceRef="Box" targetRef="G"/></collaboration>',
  ],
  [
    'timer_without_value',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><timerEventDefinition/></intermediateCatchEvent>',
  ],
  [
    'timer_value',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><timerEventDefinition><timeDuration>3 days</timeDuration></timerEventDefinition></intermediateCatchEvent>',
  ],
  [
    'event_without_condition',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><conditionalEventDefinition/></intermediateCatchEvent>',
  ],
  ['call_activity_without_process', 'A', 'error', '<callActivity id="A"/>'],
  [
    'called_process_not_found',
    'A',
    'error',
    `<callActivity id="A">${zeebe('<zeebe:calledElement processId="nowhere"/>')}</callActivity>`,
  ],
  [
    'called_decision_not_found',
    'A',
    'error',
    `<businessRuleTask id="A">${zeebe('<zeebe:calledDecision decisionId="nowhere" resultVariable="r"/>')}</businessRuleTask>`,
  ],
  ['no_job_type', 'A', 'warning', '<serviceTask id="A"/>'],
  [
    'multi_instance_without_collection',
    'A',
    'error',
    '<task id="A"><multiInstanceLoopCharacteristics/></task>',
  ],
  ['event_in_ad_hoc', 'Sub', 'error', '<adHocSubProcess id="Sub"><startEvent id="S"/></adHocSubProcess>'],
  [
    'expression_invalid',
    'f',
    'error',
    `<exclusiveGateway id="G"/><task id="A"/>${flow('f', 'G', 'A', condition('=points &gt;'))}`,
  ],
  [
    'foreign_language',
    'f',
    'error',
    `<exclusiveGateway id="G"/><task id="A"/>${flow('f', 'G', 'A', condition('$'.concat('{points}')))}`,
  ],
  [
    'foreign_language',
    'f',
    'error',
    `<exclusiveGateway id="G"/><task id="A"/>${flow('f', 'G', 'A', '<conditionExpression xsi:type="tFormalExpression" language="javascript">a &amp;&amp; b</conditionExpression>')}`,
  ],
  [
    'foreign_language',
    'C',
    'error',
    `<intermediateCatchEvent id="C"><timerEventDefinition><timeDuration>${'$'.concat('{wait}')}</timeDuration></timerEventDefinition></intermediateCatchEvent>`,
  ],
  [
    'foreign_script',
    'A',
    'warning',
    '<scriptTask id="A" scriptFormat="groovy"><script>println 1</script></scriptTask>',
  ],
  ['missing_id', '', 'error', '<task name="Ask"/>'],
  ['choreography_in_process', 'C', 'error', '<choreographyTask id="C"/>'],
  ['quantity_below_one', 'A', 'error', '<task id="A" startQuantity="0"/>'],
  [
    'quantity_below_one',
    'A',
    'error',
    '<subProcess id="Sub"><task id="A" completionQuantity="0"/></subProcess>',
  ],
  [
    'io_specification_in_sub_process',
    'Sub',
    'error',
    '<subProcess id="Sub"><ioSpecification><inputSet/><outputSet/></ioSpecification></subProcess>',
  ],
  [
    'flow_reference_mismatch',
    'A',
    'warning',
    `<startEvent id="S"/><task id="A"><incoming>g</incoming></task><task id="B"/>${flow('f', 'S', 'A')}${flow('g', 'A', 'B')}`,
  ],
  ['thrown_without_code', 'E', 'error', '<endEvent id="E"><errorEventDefinition/></endEvent>'],
  [
    'thrown_without_code',
    'T',
    'error',
    '<intermediateThrowEvent id="T"><escalationEventDefinition escalationRef="Late"/></intermediateThrowEvent>',
    '<escalation id="Late"/>',
  ],
  [
    'conditional_flow_alone',
    'f',
    'error',
    `<task id="A"/><task id="B"/>${flow('f', 'A', 'B', condition('=x'))}`,
  ],
  [
    'empty_ad_hoc',
    'X',
    'error',
    '<adHocSubProcess id="X"><intermediateThrowEvent id="T"/></adHocSubProcess>',
  ],
  [
    'event_based_gateway_boundary',
    'G',
    'error',
    `<eventBasedGateway id="G"/><receiveTask id="A"/><receiveTask id="B"/>${flow('f', 'G', 'A')}${flow('g', 'G', 'B')}<boundaryEvent id="T" attachedToRef="A">${timer}</boundaryEvent>`,
  ],
  ['parallel_event_based_gateway', 'G', 'error', '<eventBasedGateway id="G" eventGatewayType="Parallel"/>'],
  [
    'called_process_without_start',
    'C',
    'error',
    '<callActivity id="C" calledElement="Q"/>',
    `<process id="Q" isExecutable="true"><startEvent id="S">${message}</startEvent></process>`,
  ],
  [
    'message_flow_end',
    'm',
    'error',
    '<task id="A"/><textAnnotation id="N"/>',
    '<collaboration id="c"><participant id="p" processRef="P"/><messageFlow id="m" sourceRef="A" targetRef="N"/></collaboration>',
  ],
  [
    'timer_with_several_values',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><timerEventDefinition><timeDuration>PT1H</timeDuration><timeCycle>R/PT1H</timeCycle></timerEventDefinition></intermediateCatchEvent>',
  ],
  [
    'gateway_direction',
    'G',
    'error',
    `<exclusiveGateway id="G" gatewayDirection="Converging"/><task id="A"/><task id="B"/>${flow('f', 'G', 'A', condition('=x'))}${flow('g', 'G', 'B', condition('=y'))}`,
  ],
  [
    'gateway_direction',
    'G',
    'error',
    `<parallelGateway id="G" gatewayDirection="Diverging"/><task id="A"/><task id="B"/>${flow('f', 'A', 'G')}${flow('g', 'B', 'G')}`,
  ],
  ['gateway_to_itself', 'G', 'error', `<exclusiveGateway id="G"/>${flow('f', 'G', 'G')}`],
  [
    'instantiate_with_incoming',
    'R',
    'error',
    `<task id="A"/><receiveTask id="R" instantiate="true"/>${flow('f', 'A', 'R')}`,
  ],
  [
    'instantiate_with_incoming',
    'G',
    'error',
    `<task id="A"/><eventBasedGateway id="G" instantiate="true"/>${flow('f', 'A', 'G')}`,
  ],
  [
    'variable_possibly_unset',
    'f',
    'warning',
    `<exclusiveGateway id="G"/><scriptTask id="A">${zeebe('<zeebe:script expression="=1" resultVariable="points"/>')}</scriptTask>${flow('f', 'G', 'A', condition('=points &gt; 0'))}`,
  ],
  [
    'variable_possibly_unset',
    'B',
    'warning',
    `<startEvent id="S"/><parallelGateway id="G"/>${['A', 'B'].map((id) => `<scriptTask id="${id}">${zeebe(`<zeebe:script expression="=${id === 'A' ? '1' : 'a + 1'}" resultVariable="${id.toLowerCase()}"/>`)}</scriptTask>${flow(`to${id}`, 'G', id)}`).join('')}${flow('f', 'S', 'G')}`,
  ],
  ['dead_end', 'A', 'warning', '<task id="A"/><endEvent id="E"/>'],
  ['implicit_start', 'A', 'warning', '<startEvent id="S"/><task id="A"/>'],
  [
    'join_may_never_complete',
    'J',
    'warning',
    `<startEvent id="S"/><exclusiveGateway id="X" default="b"/><task id="A"/><task id="B"/><parallelGateway id="J"/>
     ${flow('s', 'S', 'X')}${flow('a', 'X', 'A', condition('=x'))}${flow('b', 'X', 'B')}${flow('c', 'A', 'J')}${flow('d', 'B', 'J')}`,
  ],
  [
    'repeated_element',
    'A',
    'error',
    '<task id="A"><standardLoopCharacteristics/><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>',
  ],
  ['invalid_id', '1 2', 'error', '<task id="1 2"/>'],
  ['invalid_attribute', 'A', 'error', '<task id="A" completionQuantity="two"/>'],
  ['invalid_attribute', 'G', 'error', '<parallelGateway id="G" gatewayDirection="Sideways"/>'],
  ['invalid_attribute', 'A', 'error', '<subProcess id="A" triggeredByEvent="maybe"/>'],
  [
    'wrong_reference',
    'R',
    'error',
    '<receiveTask id="R" messageRef="signal"/>',
    '<signal id="signal" name="s"/>',
  ],
  [
    'wrong_reference',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><signalEventDefinition signalRef="M"/></intermediateCatchEvent>',
    '<message id="M" name="m"/>',
  ],
  [
    'event_definition_not_reusable',
    'D',
    'error',
    '<intermediateCatchEvent id="C"><signalEventDefinition id="own"/></intermediateCatchEvent><intermediateCatchEvent id="D"><eventDefinitionRef>own</eventDefinitionRef></intermediateCatchEvent>',
  ],
  ['gateway_direction', 'G', 'error', between('<parallelGateway id="G" gatewayDirection="Mixed"/>', 1, 2)],
  [
    'gateway_direction',
    'G',
    'error',
    between('<parallelGateway id="G" gatewayDirection="Converging"/>', 1, 1),
  ],
  [
    'gateway_direction',
    'G',
    'error',
    between('<parallelGateway id="G" gatewayDirection="Diverging"/>', 2, 2),
  ],
  ['gateway_without_choice', 'G', 'warning', between('<exclusiveGateway id="G"/>', 1, 1)],
  [
    'flow_not_immediate',
    'f',
    'warning',
    '<task id="A"/><task id="B"/><sequenceFlow id="f" sourceRef="A" targetRef="B" isImmediate="false"/>',
  ],
  [
    'expression_empty',
    'f',
    'error',
    `<exclusiveGateway id="G"/><task id="A"/>${flow('f', 'G', 'A', '<conditionExpression xsi:type="tFormalExpression"/>')}`,
  ],
  [
    'handler_not_for_compensation',
    'B',
    'error',
    '<task id="A"/><task id="H"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><association id="x" sourceRef="B" targetRef="H"/>',
  ],
  [
    'loop_maximum_negative',
    'A',
    'error',
    '<task id="A"><standardLoopCharacteristics loopMaximum="-1"/></task>',
  ],
  ['script_without_format', 'A', 'warning', '<scriptTask id="A"><script>1 + 1</script></scriptTask>'],
  ['data_outside_sets', 'd', 'error', data('<dataInput id="d"/><inputSet/><outputSet/>')],
  ['data_outside_sets', 'd', 'error', data('<dataOutput id="d"/><inputSet/><outputSet/>')],
  [
    'data_not_listed',
    's',
    'error',
    data(
      '<dataInput id="d"/><dataInput id="e"/><inputSet id="s"><dataInputRefs>d</dataInputRefs><optionalInputRefs>e</optionalInputRefs></inputSet><inputSet id="t"><dataInputRefs>e</dataInputRefs></inputSet><outputSet/>',
    ),
  ],
  [
    'data_sets_not_paired',
    's',
    'error',
    data('<inputSet id="s"><outputSetRefs>t</outputSetRefs></inputSet><outputSet id="t"/>'),
  ],
  [
    'several_sources',
    'a',
    'error',
    `<dataObject id="o"/><dataObject id="p"/>${data('<dataInput id="d"/><inputSet><dataInputRefs>d</dataInputRefs></inputSet><outputSet/>', '<dataInputAssociation id="a"><sourceRef>o</sourceRef><sourceRef>p</sourceRef><targetRef>d</targetRef></dataInputAssociation>')}`,
  ],
  [
    'collection_mismatch',
    'o',
    'error',
    '<task id="A"/><dataObject id="o" itemSubjectRef="list"/>',
    '<itemDefinition id="list" isCollection="true"/>',
  ],
  [
    'message_data_several',
    'A',
    'error',
    `<sendTask id="A" messageRef="M"><ioSpecification><dataInput id="d"/><dataInput id="e"/><inputSet><dataInputRefs>d</dataInputRefs><dataInputRefs>e</dataInputRefs></inputSet><outputSet/></ioSpecification></sendTask>`,
    '<message id="M" name="m"/>',
  ],
  [
    'message_data_differ',
    'A',
    'error',
    '<receiveTask id="A" messageRef="M"><ioSpecification><dataOutput id="d" itemSubjectRef="i"/><inputSet/><outputSet><dataOutputRefs>d</dataOutputRefs></outputSet></ioSpecification></receiveTask>',
    '<itemDefinition id="i" structureRef="a"/><itemDefinition id="j" structureRef="b"/><message id="M" name="m" itemRef="j"/>',
  ],
  [
    'impossible_multiplicity',
    'pool',
    'error',
    '<task id="A"/>',
    '<collaboration id="c"><participant id="pool" processRef="P"><participantMultiplicity minimum="3" maximum="2"/></participant></collaboration>',
  ],
  [
    'public_process_executable',
    'Q',
    'warning',
    '<task id="A"/>',
    '<process id="Q" processType="Public" isExecutable="true"><task id="B"/></process>',
  ],
  [
    'missing_part',
    'm',
    'error',
    '<task id="A"/>',
    '<collaboration id="c"><participant id="p"/><messageFlow id="m"/></collaboration>',
  ],
  ['missing_part', 'I', 'error', '<task id="A"/>', '<interface id="I" name="i"/>'],
  [
    'missing_part',
    'L',
    'error',
    '<intermediateThrowEvent id="L"><linkEventDefinition/></intermediateThrowEvent>',
  ],
  [
    'exclusive_parts',
    'r',
    'error',
    '<task id="A"><performer id="r"><resourceRef>R</resourceRef><resourceAssignmentExpression><formalExpression>=x</formalExpression></resourceAssignmentExpression></performer></task>',
    '<resource id="R" name="r"/>',
  ],
  [
    'wrong_reference',
    'a',
    'error',
    data(
      '<dataInput id="d"/><inputSet><dataInputRefs>d</dataInputRefs></inputSet><outputSet/>',
      '<dataInputAssociation id="a"><sourceRef>A</sourceRef><targetRef>d</targetRef></dataInputAssociation>',
    ),
  ],
  ['unresolved_reference', 'o', 'error', '<task id="A"/><dataObject id="o" itemSubjectRef="nowhere"/>'],
  ['unresolved_reference', 'A', 'warning', '<serviceTask id="A" operationRef="nowhere"/>'],
  [
    'import_not_found',
    '',
    'warning',
    '<task id="A"/>',
    '<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="other.bpmn" namespace="o"/>',
  ],
  ['invalid_text_format', 'N', 'error', '<task id="A"/><textAnnotation id="N" textFormat="plain"/>'],
  [
    'expression_informal',
    'C',
    'error',
    '<intermediateCatchEvent id="C"><conditionalEventDefinition><condition>when the sun shines</condition></conditionalEventDefinition></intermediateCatchEvent>',
  ],
  [
    'choreography_reference',
    'G',
    'error',
    '<task id="A"/>',
    '<choreography id="H"/><globalConversation id="G"><choreographyRef>H</choreographyRef></globalConversation>',
  ],
  [
    'link_pair_differs',
    'L2',
    'error',
    '<intermediateThrowEvent id="L1"><linkEventDefinition id="one" name="a"><target>to</target></linkEventDefinition></intermediateThrowEvent><intermediateThrowEvent id="L2"><linkEventDefinition id="two" name="a"><target>to</target></linkEventDefinition></intermediateThrowEvent><intermediateCatchEvent id="C"><linkEventDefinition id="to" name="a"><source>one</source></linkEventDefinition></intermediateCatchEvent>',
  ],
  ['operation_without_data', 'A', 'error', '<serviceTask id="A" operationRef="ask"/>', operation],
  [
    'message_data_several',
    'A',
    'error',
    `<serviceTask id="A" operationRef="ask">${takes('d', 'a', 'e', 'a')}</serviceTask>`,
    operation,
  ],
  [
    'message_data_differ',
    'A',
    'error',
    `<serviceTask id="A" operationRef="ask">${takes('d', 'b')}</serviceTask>`,
    operation,
  ],
  [
    'operation_message_differs',
    'A',
    'error',
    '<sendTask id="A" messageRef="N" operationRef="ask"/>',
    `${operation}<message id="N" name="n"/>`,
  ],
  [
    'call_data_differ',
    'C',
    'error',
    `<callActivity id="C" calledElement="Q">${takes('d', 'b')}</callActivity>`,
    `${operation}<process id="Q" isExecutable="true">${takes('q', 'a')}<task id="B"/></process>`,
  ],
  [
    'call_data_differ',
    'C',
    'error',
    '<callActivity id="C" calledElement="Q"/>',
    `${operation}<globalTask id="Q">${takes('q', 'a')}</globalTask>`,
  ],
  [
    'event_data_differ',
    'S',
    'error',
    '<startEvent id="S"><dataOutput id="d" itemSubjectRef="b"/><outputSet><dataOutputRefs>d</dataOutputRefs></outputSet><messageEventDefinition messageRef="M"/></startEvent>',
    operation,
  ],
  [
    'event_data_count',
    'S',
    'error',
    `<startEvent id="S"><dataOutput id="d"/><outputSet><dataOutputRefs>d</dataOutputRefs></outputSet>${message}${message}</startEvent>`,
  ],
  [
    'multi_instance_two_counts',
    'A',
    'error',
    `<task id="A">${takes('d', 'list')}<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><loopDataInputRef>d</loopDataInputRef></multiInstanceLoopCharacteristics></task>`,
    operation,
  ],
  [
    'loop_data_no_collection',
    'A',
    'error',
    `<task id="A">${takes('d', 'a')}<multiInstanceLoopCharacteristics><loopDataInputRef>d</loopDataInputRef></multiInstanceLoopCharacteristics></task>`,
    operation,
  ],
  [
    'loop_data_differ',
    'A',
    'error',
    `<task id="A">${takes('d', 'list')}<multiInstanceLoopCharacteristics><loopDataInputRef>d</loopDataInputRef><inputDataItem id="x" itemSubjectRef="b"/></multiInstanceLoopCharacteristics></task>`,
    operation,
  ],
  [
    'loop_behaviour_without_event',
    'A',
    'error',
    '<task id="A"><multiInstanceLoopCharacteristics behavior="One"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>',
  ],
  [
    'association_data_differ',
    'x',
    'error',
    `<dataObject id="o" itemSubjectRef="b"/><dataObjectReference id="r" dataObjectRef="o"/><task id="A">${takes('d', 'a')}<dataInputAssociation id="x"><sourceRef>r</sourceRef><targetRef>d</targetRef></dataInputAssociation></task>`,
    operation,
  ],
  [
    'process_data_reversed',
    'x',
    'error',
    `${takes('in', 'a')}<dataObject id="o"/><task id="A"><dataOutputAssociation id="x"><sourceRef>o</sourceRef><targetRef>in</targetRef></dataOutputAssociation></task>`,
    operation,
  ],
];

const namespaces =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t"';

test.each(rules)('%s at %s is an %s', async (code, element, severity, content, beside = '') => {
  const xml = `<definitions ${namespaces}><process id="P" isExecutable="true">${content}</process>${beside}</definitions>`;
  const { problems } = await compile({ 'p.bpmn': xml });
  const found = problems.filter((problem) => problem.code === code);
  expect(found.map((problem) => [problem.element ?? '', problem.severity])).toContainEqual([
    element,
    severity,
  ]);
  for (const { message } of found) {
    expect(message.vi, 'a sentence in Vietnamese').toMatch(/\p{L}.*\.$/u);
    expect(message.en, 'a sentence in English').toMatch(/\w.*\.$/);
  }
});

const script = (id: string, expression: string, result: string) =>
  `<scriptTask id="${id}">${zeebe(`<zeebe:script expression="=${expression}" resultVariable="${result}"/>`)}</scriptTask>`;

test.each([
  ['it comes with the start', `${script('A', 'points + 1', 'sum')}`],
  ['it is set before', `${script('A', '1', 'n')}${script('B', 'n + 1', 'm')}${flow('f', 'A', 'B')}`],
  [
    'it is set in the round before',
    `${script('A', 'n + 1', 'n')}${script('B', 'n', 'm')}${flow('f', 'A', 'B')}${flow('g', 'B', 'A')}`,
  ],
  [
    'a person may have given it',
    `<userTask id="U"/>${script('B', 'n', 'm')}${script('A', '1', 'n')}${flow('f', 'U', 'B')}${flow('g', 'B', 'A')}`,
  ],
  [
    'it is bound inside the expression',
    `${script('B', 'for n in [1] return n', 'm')}${script('A', '1', 'n')}${flow('g', 'B', 'A')}`,
  ],
  [
    'it is set inside a sub-process before',
    `<subProcess id="Sub">${script('A', '1', 'n')}</subProcess>${script('B', 'n', 'm')}${flow('g', 'Sub', 'B')}`,
  ],
])('a variable is not complained of where %s', async (_why, content) => {
  const xml = `<definitions ${namespaces}><process id="P" isExecutable="true">${content}</process></definitions>`;
  const { problems } = await compile({ 'p.bpmn': xml });
  expect(problems.filter(({ code }) => code === 'variable_possibly_unset')).toEqual([]);
});

test('a process that only documents may leave out what running needs', async () => {
  const content = '<intermediateCatchEvent id="C"><timerEventDefinition/></intermediateCatchEvent>';
  const xml = `<definitions ${namespaces}><process id="P">${content}</process></definitions>`;
  const { problems } = await compile({ 'p.bpmn': xml });
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['timer_without_value', 'warning'],
    ['not_executable', 'warning'],
  ]);
});

test('the same ids in two files of a deployment are two elements, but not the same process', async () => {
  const process = (id: string) =>
    `<definitions ${namespaces}><process id="${id}" isExecutable="true"><startEvent id="S"/><task id="A"/>${flow('f', 'S', 'A')}</process></definitions>`;
  expect((await compile({ 'a.bpmn': process('P'), 'b.bpmn': process('Q') })).problems).toEqual([]);
  const { problems } = await compile({ 'a.bpmn': process('P'), 'b.bpmn': process('P') });
  expect(problems.map(({ code, file, element }) => [code, file, element])).toEqual([
    ['duplicate_id', 'b.bpmn', 'P'],
  ]);
});

test.each([
  [
    'a choreography or conversation stands beside it',
    '<task id="A"/>',
    '<choreography id="H"/><globalConversation id="G"/><collaboration id="c"><participant id="p"/><participant id="q"/><callConversation id="v" calledCollaborationRef="G"/><conversationLink id="l" sourceRef="p" targetRef="v"/></collaboration>',
  ],
  [
    'what it calls takes the same under another name',
    `<callActivity id="C" calledElement="Q">${takes('d', 'c')}</callActivity>`,
    `${operation}<itemDefinition id="c" structureRef="a"/><process id="Q" isExecutable="true">${takes('q', 'a')}<task id="B"/></process>`,
  ],
  [
    'it imports services',
    '<task id="A"/>',
    '<import importType="http://schemas.xmlsoap.org/wsdl/" location="a.wsdl" namespace="w"/>',
  ],
  [
    'its expressions are FEEL without saying so',
    '<intermediateCatchEvent id="C"><conditionalEventDefinition><condition>points &gt; 5</condition></conditionalEventDefinition></intermediateCatchEvent>',
    '',
  ],
  [
    'links refer to each other',
    '<intermediateThrowEvent id="L"><linkEventDefinition id="one" name="a"><target>to</target></linkEventDefinition></intermediateThrowEvent><intermediateCatchEvent id="C"><linkEventDefinition id="to" name="b"><source>one</source></linkEventDefinition></intermediateCatchEvent>',
    '',
  ],
  [
    'events leave out their data',
    '<startEvent id="S"><messageEventDefinition messageRef="M"/></startEvent>',
    operation,
  ],
])('a model is not refused because %s', async (_why, content, beside) => {
  const xml = `<definitions ${namespaces}>${beside}<process id="P" isExecutable="true">${content}</process></definitions>`;
  const { problems } = await compile({ 'p.bpmn': xml });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
