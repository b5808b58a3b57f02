import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AdministeredUnitDetail } from '../../../../api/contract/index.ts';
import { LoadedPage } from '../../../components/loaded.tsx';
import { useNames } from '../../../components/names.ts';
import { Page } from '../../../components/page.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatDate } from '../../../format/dates.ts';
import { useAdministeredUnit } from '../../../queries/organisation.ts';
import { NewPersonDialog } from './person-dialogs.tsx';
import { StaffList } from './staff-list.tsx';
import { ChangeUnitDialog, EndUnitDialog, NewUnitDialog } from './unit-dialogs.tsx';
import { UnitHistory } from './unit-history.tsx';

export function UnitPage() {
  const { unitId = '' } = useParams();
  return <LoadedPage query={useAdministeredUnit(unitId)}>{(unit) => <UnitView unit={unit} />}</LoadedPage>;
}

/** One unit: what it is, what changed, who is in it. */
function UnitView({ unit }: { unit: AdministeredUnitDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [opened, setOpened] = useState<'below' | 'person' | 'change' | 'end' | null>(null);
  const close = () => setOpened(null);
  return (
    <Page
      title={names.unit(unit)}
      subtitle={unit.code}
      trail={[{ title: t('nav.organisation'), to: '/admin/organisation' }]}
      status={
        unit.validTo !== null && (
          <ToneTag>{t('organisation.until', { date: formatDate(unit.validTo) })}</ToneTag>
        )
      }
      actions={
        <>
          <Button onClick={() => setOpened('change')}>{t('organisation.change')}</Button>
          <Button danger onClick={() => setOpened('end')}>
            {t('organisation.end')}
          </Button>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('below')}>
            {t('organisation.newBelow')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('person')}>
            {t('staff.add')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            {
              key: 'parent',
              label: t('organisation.parent'),
              children:
                unit.parent === null ? (
                  '–'
                ) : (
                  <Link to={`/admin/units/${unit.parent.id}`}>{names.unit(unit.parent)}</Link>
                ),
            },
            { key: 'kind', label: t('organisation.kind'), children: t(`unitKind.${unit.kind}`) },
            { key: 'level', label: t('organisation.level'), children: t(`level.${unit.level}`) },
            { key: 'symbol', label: t('organisation.paperSymbol'), children: unit.paperSymbol ?? '–' },
            {
              key: 'standing',
              label: t('organisation.isStandingBody'),
              children: t(unit.isStandingBody ? 'form.yes' : 'form.no'),
            },
            { key: 'from', label: t('organisation.validFrom'), children: formatDate(unit.validFrom) },
          ]}
        />
        {unit.changes.length > 0 && <UnitHistory changes={unit.changes} />}
        <Card size="small" title={t('organisation.peopleAndBelow')}>
          <StaffList unitId={unit.id} />
        </Card>
      </div>
      {opened === 'below' && <NewUnitDialog parent={unit} onClose={close} />}
      {opened === 'person' && <NewPersonDialog unit={unit} onClose={close} />}
      {opened === 'change' && <ChangeUnitDialog unit={unit} onClose={close} />}
      {opened === 'end' && <EndUnitDialog unit={unit} onClose={close} />}
    </Page>
  );
}
