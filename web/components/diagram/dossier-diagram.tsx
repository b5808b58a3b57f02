import { Alert, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramProcess } from '../../../api/contract/index.ts';
import { useDiagram } from '../../queries/dossiers.ts';
import { Loaded } from '../loaded.tsx';
import { BpmnView } from './bpmn-view.tsx';
import { openingProcess } from './opening-process.ts';

function Chosen({ processes }: { processes: DiagramProcess[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | undefined>();
  const process = processes.find((p) => p.process === (chosen ?? openingProcess(processes))) ?? processes[0];
  if (process === undefined) return <Alert type="info" title={t('diagram.none')} />;
  const marked = ({ active, incidents }: DiagramProcess) =>
    incidents.length > 0
      ? ` – ${t('diagram.hasIncident')}`
      : active.length > 0
        ? ` – ${t('diagram.isHere')}`
        : '';
  return (
    <div className="stack">
      <Select
        className="diagram-choice"
        aria-label={t('diagram.choose')}
        value={process.process}
        onChange={setChosen}
        options={processes.map((p) => ({ value: p.process, label: `${p.name}${marked(p)}` }))}
      />
      <BpmnView
        key={process.process}
        process={process}
        canOpen={(called) => processes.some((p) => p.process === called)}
        onOpen={setChosen}
      />
      {process.incidents.map((incident) => (
        <Alert
          key={incident.id}
          type="error"
          showIcon
          title={incident.message}
          description={incident.element}
        />
      ))}
    </div>
  );
}

/** Where the dossier is, on its BPMN models; a click on a call activity opens the process that it calls. */
export function DossierDiagram({ dossierId }: { dossierId: string }) {
  return <Loaded query={useDiagram(dossierId)}>{({ processes }) => <Chosen processes={processes} />}</Loaded>;
}
