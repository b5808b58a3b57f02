import { App, Button, DatePicker, Flex, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overlay } from '../../../api/contract/index.ts';
import { ApiProblem } from '../../api.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useUnits } from '../../queries/catalogue.ts';
import { useOverlayCommands } from '../../queries/overlays.ts';

/** What a new overlay begins with: the shape of the file, with one value that every organisation may set. */
const template = (organisation: string) => `id: ${dayjs().format('YYYY-MM-DD')}.${organisation.toLowerCase()}
organisation: ${organisation}
name:
  vi: Quy chế thi đua, khen thưởng
  en: Rules on emulation and commendation
votes:
  - award: BK_BO
    level: department
    sharePercent: 70
    strict: false
    denominator: total_members
    quorum: 2/3
    citation: Quy chế, Điều …
    grade: U
`;

export interface OverlayDialogProps {
  /** The overlay to read or change; null writes a new one. */
  overlay: Overlay | null;
  onClose: () => void;
}

/** Writes an overlay, or changes one: its text while no dossier is bound to it, its last day at any time. */
export function OverlayDialog({ overlay, onClose }: OverlayDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const { create, replace, end } = useOverlayCommands();
  const [unitId, setUnitId] = useState<string | null>(overlay?.unit.id ?? null);
  const [text, setText] = useState(overlay?.text ?? '');
  const [lastDay, setLastDay] = useState<string | null>(overlay?.effectiveTo ?? null);
  const done = {
    onSuccess: () => {
      void message.success(t('overlay.saved'));
      onClose();
    },
  };
  const save = () => {
    if (overlay === null) {
      if (unitId !== null) create.mutate({ unitId, text }, done);
    } else replace.mutate({ overlayId: overlay.id, text, version: overlay.version }, done);
  };
  const error = create.error ?? replace.error ?? end.error;
  const ofPaper = overlay?.paper ?? null;
  const isLocked = overlay?.inUse === true || ofPaper !== null;
  return (
    <Modal
      open
      width={760}
      title={overlay?.name ?? t('overlay.write')}
      okText={t('overlay.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        ...(isLocked && { style: { display: 'none' } }),
        disabled: unitId === null || text.trim() === '',
        loading: create.isPending || replace.isPending,
      }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {overlay === null && (
          <Select
            showSearch
            filterOption={false}
            onSearch={setQ}
            aria-label={t('ledger.unit')}
            placeholder={t('ledger.unit')}
            value={unitId}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
            onChange={(chosen: string) => {
              setUnitId(chosen);
              const unit = units.data?.items.find(({ id }) => id === chosen);
              if (unit && text === '') setText(template(unit.code));
            }}
          />
        )}
        {ofPaper !== null && (
          <p className="quiet">
            {t('overlay.ofPaper')} <Link to={`/office-papers/${ofPaper.id}`}>{ofPaper.symbol}</Link>
          </p>
        )}
        {isLocked && ofPaper === null && <p className="quiet">{t('overlay.locked')}</p>}
        <Input.TextArea
          className="code"
          rows={16}
          aria-label={t('overlay.text')}
          value={text}
          placeholder={t('overlay.textHelp')}
          readOnly={isLocked}
          onChange={({ target }) => setText(target.value)}
        />
        {error && <ProblemAlert error={error} />}
        {error instanceof ApiProblem && error.errors.length > 0 && (
          <ul>
            {error.errors.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        {overlay !== null && ofPaper === null && (
          <Flex gap={8} align="center" wrap>
            <span>{t('overlay.lastDay')}</span>
            <DatePicker
              format="DD/MM/YYYY"
              aria-label={t('overlay.lastDay')}
              placeholder={t('overlay.noLastDay')}
              value={lastDay === null ? null : dayjs(lastDay)}
              onChange={(day) => setLastDay(day === null ? null : day.format('YYYY-MM-DD'))}
            />
            <Button
              loading={end.isPending}
              disabled={lastDay === overlay.effectiveTo}
              onClick={() =>
                end.mutate({ overlayId: overlay.id, effectiveTo: lastDay, version: overlay.version }, done)
              }
            >
              {t('overlay.end')}
            </Button>
          </Flex>
        )}
      </div>
    </Modal>
  );
}
