"""The layout letter.html.jinja, compiled by Jinja 3.1.6 (`build_layouts`)."""

from markupsafe import escape
from imr_cli.layout_runtime import LoopContext, TemplateRuntimeError, Undefined, environment, internalcode, missing

BUILT_FROM = "5b0ba1033b7d988943d8a422bb81fbd79a0744ac0c46ddbf9dde360e33512b67"
name = 'letter.html.jinja'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_letter = resolve('letter')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'language'))
    yield '">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n<title>'
    yield escape(environment.getattr(environment.getitem(environment.getitem(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header'), 0), 0), 'text'))
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'):
        pass
        yield ' - '
        yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'))
    yield '</title>\n<style>\n:root { color-scheme: light; }\n* { box-sizing: border-box; }\nbody { margin: 0; background: #f3f4f6; color: #1b1f24; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }\nmain { max-width: 46rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff; border: 1px solid #d5d9de; }\nh1, h2, h3, dt, .label, .draft { font-family: "Segoe UI", Roboto, Helvetica, Arial, sans-serif; line-height: 1.3; }\nh1 { margin: 0 0 1.5rem; font-size: 1.5rem; }\nh2 { margin: 2.5rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid #23466b; color: #23466b; font-size: 1rem; letter-spacing: .04em; }\nh3 { margin: 0 0 1rem; font-size: 1.0625rem; }\np { margin: 0 0 1rem; overflow-wrap: anywhere; }\nh3, li, dd { overflow-wrap: anywhere; }\naddress { margin: 0 0 1.5rem; font-style: normal; }\ndl { margin: 0 0 1rem; }\n.header { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem 2rem; padding: 1rem 1.25rem; background: #f3f6f9; border: 1px solid #d5dfe9; }\n.header div { display: flex; flex-wrap: wrap; gap: 0 .5rem; }\n.header .alone { grid-column: 1 / -1; }\n.facts div { display: flex; flex-wrap: wrap; gap: 0 .5rem; }\ndt { font-weight: 600; font-size: .9375rem; line-height: 1.7; }\ndd { margin: 0; }\nul { margin: 0 0 1rem; padding-left: 1.25rem; }\n.item { margin: 1.75rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid #d5d9de; }\n.item:first-of-type { border-top: 0; padding-top: 0; }\n.label { font-weight: 600; font-size: .9375rem; }\n.draft { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 2px dashed #9a3412; background: #fff7ed; color: #7c2d12; }\n.draft strong { letter-spacing: .2em; }\n.draft p { margin: .4rem 0 0; }\n@media (max-width: 40rem) {\n  body { background: #fff; }\n  main { margin: 0; padding: 1.25rem; border: 0; }\n  .header { grid-template-columns: 1fr; }\n}\n@media print {\n  @page { margin: 2.2cm; }\n  body { background: #fff; font-size: 11pt; line-height: 1.45; }\n  main { max-width: none; margin: 0; padding: 0; border: 0; }\n  h2, h3 { break-after: avoid; }\n  p { orphans: 3; widows: 3; }\n}\n</style>\n</head>\n<body>\n<main>\n'
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield '<div class="draft" role="note"><strong>'
        yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark'))
        yield '</strong>\n<p>'
        yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_notice'))
        yield '</p></div>\n'
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'letterhead'):
        pass
        yield '<address>'
        l_1_loop = missing
        for l_1_line, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'letterhead'), undefined):
            _loop_vars = {}
            pass
            yield escape(l_1_line)
            if (not environment.getattr(l_1_loop, 'last')):
                pass
                yield '<br>\n'
        l_1_loop = l_1_line = missing
        yield '</address>\n'
    yield '<h1>'
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'):
        pass
        yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'))
    else:
        pass
        yield escape(environment.getattr(environment.getitem(environment.getitem(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header'), 0), 0), 'label'))
        yield ' '
        yield escape(environment.getattr(environment.getitem(environment.getitem(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header'), 0), 0), 'text'))
    yield '</h1>\n<dl class="header">\n'
    for l_1_row in (environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header') if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title') else environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header')[1:]):
        _loop_vars = {}
        pass
        for l_2_fact in l_1_row:
            _loop_vars = {}
            pass
            yield '<div'
            if (t_1(l_1_row) == 1):
                pass
                yield ' class="alone"'
            yield '><dt>'
            yield escape(environment.getattr(l_2_fact, 'label'))
            yield '</dt> <dd>'
            yield escape(environment.getattr(l_2_fact, 'text'))
            yield '</dd></div>\n'
        l_2_fact = missing
    l_1_row = missing
    yield '</dl>\n'
    l_1_loop = missing
    for l_1_section, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'sections'), undefined):
        _loop_vars = {}
        pass
        yield '<section aria-labelledby="'
        yield escape(environment.getattr(l_1_section, 'id'))
        yield '">\n<h2 id="'
        yield escape(environment.getattr(l_1_section, 'id'))
        yield '">'
        yield escape(environment.getattr(l_1_section, 'heading'))
        yield '</h2>\n'
        if environment.getattr(l_1_section, 'lead'):
            pass
            yield '<p>'
            yield escape(environment.getattr(l_1_section, 'lead'))
            yield '</p>\n'
        for l_2_paragraph in environment.getattr(l_1_section, 'paragraphs'):
            _loop_vars = {}
            pass
            yield '<p>'
            yield escape(l_2_paragraph)
            yield '</p>\n'
        l_2_paragraph = missing
        if environment.getattr(l_1_section, 'entries'):
            pass
            yield '<ul>\n'
            for l_2_entry in environment.getattr(l_1_section, 'entries'):
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(l_2_entry)
                yield '</li>\n'
            l_2_entry = missing
            yield '</ul>\n'
        if environment.getattr(l_1_section, 'labeled_lead'):
            pass
            yield '<p>'
            yield escape(environment.getattr(l_1_section, 'labeled_lead'))
            yield '</p>\n'
        if environment.getattr(l_1_section, 'labeled'):
            pass
            yield '<dl class="facts">\n'
            for l_2_fact in environment.getattr(l_1_section, 'labeled'):
                _loop_vars = {}
                pass
                yield '<div><dt>'
                yield escape(environment.getattr(l_2_fact, 'label'))
                yield '</dt> <dd>'
                yield escape(environment.getattr(l_2_fact, 'text'))
                yield '</dd></div>\n'
            l_2_fact = missing
            yield '</dl>\n'
        l_2_loop = missing
        for l_2_item, l_2_loop in LoopContext(environment.getattr(l_1_section, 'items'), undefined):
            _loop_vars = {}
            pass
            yield '<article class="item" aria-labelledby="item-'
            yield escape(environment.getattr(l_2_item, 'number'))
            yield '">\n<h3 id="item-'
            yield escape(environment.getattr(l_2_item, 'number'))
            yield '">'
            yield escape(environment.getattr(l_2_item, 'heading'))
            yield '</h3>\n'
            l_3_loop = missing
            for l_3_part, l_3_loop in LoopContext(environment.getattr(l_2_item, 'parts'), undefined):
                _loop_vars = {}
                pass
                l_4_loop = missing
                for l_4_paragraph, l_4_loop in LoopContext(environment.getattr(l_3_part, 'paragraphs'), undefined):
                    _loop_vars = {}
                    pass
                    yield '<p>'
                    if environment.getattr(l_4_loop, 'first'):
                        pass
                        yield '<span class="label">'
                        yield escape(environment.getattr(l_3_part, 'label'))
                        yield '</span> '
                    yield escape(l_4_paragraph)
                    yield '</p>\n'
                l_4_loop = l_4_paragraph = missing
            l_3_loop = l_3_part = missing
            yield '</article>\n'
        l_2_loop = l_2_item = missing
        yield '</section>\n'
    l_1_loop = l_1_section = missing
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'closing'):
        pass
        yield '<p>'
        l_1_loop = missing
        for l_1_line, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'closing'), undefined):
            _loop_vars = {}
            pass
            yield escape(l_1_line)
            if (not environment.getattr(l_1_loop, 'last')):
                pass
                yield '<br>\n'
        l_1_loop = l_1_line = missing
        yield '</p>\n'
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield '<div class="draft" role="note"><strong>'
        yield escape(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark'))
        yield '</strong></div>\n'
    yield '</main>\n</body>\n</html>\n'

blocks = {}
debug_info = '2=19&7=21&50=27&51=30&52=32&54=34&55=38&58=48&60=57&61=60&62=64&66=76&67=80&68=82&69=86&70=89&72=91&73=95&75=98&77=101&78=105&82=109&83=112&85=114&87=117&88=121&92=128&93=132&94=134&95=139&96=143&97=147&104=160&105=164&108=173&109=176'
