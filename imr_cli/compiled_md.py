"""The layout letter.md.jinja, compiled by Jinja 3.1.6 (`build_layouts`)."""

from markupsafe import Markup
from imr_cli.layout_runtime import LoopContext, TemplateRuntimeError, Undefined, environment, internalcode, missing

BUILT_FROM = "be98b8f83d76e26d41b1ce2b97f84cd5ece4313292caaf871402dd72a2e1b29d"
name = 'letter.md.jinja'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_letter = resolve('letter')
    try:
        t_1 = environment.filters['safe']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'safe' found.")
    pass
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield '**'
        yield str(environment.finalize(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark')))
        yield '**\n\n> '
        yield str(environment.finalize(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_notice')))
        yield '\n\n'
    l_1_loop = missing
    for l_1_line, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'letterhead'), undefined):
        _loop_vars = {}
        pass
        yield str(environment.finalize(l_1_line))
        yield str(environment.finalize(('' if environment.getattr(l_1_loop, 'last') else Markup('\\'))))
        yield '\n'
        if environment.getattr(l_1_loop, 'last'):
            pass
            yield '\n'
    l_1_loop = l_1_line = missing
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'):
        pass
        yield '# '
        yield str(environment.finalize(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title')))
        yield '\n\n'
    for l_1_row in environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header'):
        _loop_vars = {}
        pass
        for l_2_fact in l_1_row:
            _loop_vars = {}
            pass
            yield '- **'
            yield str(environment.finalize(environment.getattr(l_2_fact, 'label')))
            yield '** '
            yield str(environment.finalize(environment.getattr(l_2_fact, 'text')))
            yield '\n'
        l_2_fact = missing
    l_1_row = missing
    l_1_loop = missing
    for l_1_section, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'sections'), undefined):
        _loop_vars = {}
        pass
        yield '\n## '
        yield str(environment.finalize(environment.getattr(l_1_section, 'heading')))
        yield '\n'
        if environment.getattr(l_1_section, 'lead'):
            pass
            yield '\n'
            yield str(environment.finalize(environment.getattr(l_1_section, 'lead')))
            yield '\n'
        for l_2_paragraph in environment.getattr(l_1_section, 'paragraphs'):
            _loop_vars = {}
            pass
            yield '\n'
            yield str(environment.finalize(l_2_paragraph))
            yield '\n'
        l_2_paragraph = missing
        l_2_loop = missing
        for l_2_entry, l_2_loop in LoopContext(environment.getattr(l_1_section, 'entries'), undefined):
            _loop_vars = {}
            pass
            if environment.getattr(l_2_loop, 'first'):
                pass
                yield '\n'
            yield '- '
            yield str(environment.finalize(l_2_entry))
            yield '\n'
        l_2_loop = l_2_entry = missing
        if environment.getattr(l_1_section, 'labeled_lead'):
            pass
            yield '\n'
            yield str(environment.finalize(environment.getattr(l_1_section, 'labeled_lead')))
            yield '\n'
        l_2_loop = missing
        for l_2_fact, l_2_loop in LoopContext(environment.getattr(l_1_section, 'labeled'), undefined):
            _loop_vars = {}
            pass
            if environment.getattr(l_2_loop, 'first'):
                pass
                yield '\n'
            yield '- **'
            yield str(environment.finalize(environment.getattr(l_2_fact, 'label')))
            yield '** '
            yield str(environment.finalize(environment.getattr(l_2_fact, 'text')))
            yield '\n'
        l_2_loop = l_2_fact = missing
        l_2_loop = missing
        for l_2_item, l_2_loop in LoopContext(environment.getattr(l_1_section, 'items'), undefined):
            _loop_vars = {}
            pass
            yield '\n### '
            yield str(environment.finalize(environment.getattr(l_2_item, 'heading')))
            yield '\n'
            l_3_loop = missing
            for l_3_part, l_3_loop in LoopContext(environment.getattr(l_2_item, 'parts'), undefined):
                _loop_vars = {}
                pass
                l_4_loop = missing
                for l_4_paragraph, l_4_loop in LoopContext(environment.getattr(l_3_part, 'paragraphs'), undefined):
                    _loop_vars = {}
                    pass
                    yield '\n'
                    if environment.getattr(l_4_loop, 'first'):
                        pass
                        yield '**'
                        yield str(environment.finalize(environment.getattr(l_3_part, 'label')))
                        yield '** '
                    yield str(environment.finalize(l_4_paragraph))
                    yield '\n'
                l_4_loop = l_4_paragraph = missing
            l_3_loop = l_3_part = missing
        l_2_loop = l_2_item = missing
    l_1_loop = l_1_section = missing
    l_1_loop = missing
    for l_1_line, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'closing'), undefined):
        _loop_vars = {}
        pass
        if environment.getattr(l_1_loop, 'first'):
            pass
            yield '\n'
        yield str(environment.finalize(l_1_line))
        yield str(environment.finalize(('' if environment.getattr(l_1_loop, 'last') else Markup('\\'))))
        yield '\n'
    l_1_loop = l_1_line = missing
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield '\n**'
        yield str(environment.finalize(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark')))
        yield '**\n'

blocks = {}
debug_info = '1=18&2=21&4=23&7=26&8=29&9=32&13=36&14=39&17=41&18=44&19=48&22=55&24=59&25=61&27=64&29=66&31=70&33=74&34=77&37=81&39=84&41=87&43=90&44=93&47=97&49=103&51=107&52=110&53=114&55=118&60=130&61=133&64=136&66=140&68=143'
