"""The layout letter.txt.jinja, compiled by Jinja 3.1.6 (`build_layouts`)."""

from imr_cli.layout_runtime import LoopContext, TemplateRuntimeError, Undefined, environment, internalcode, missing, str_join

BUILT_FROM = "b800b4bb5ab7fee82612c0c657371d99cd23acad2f974e6728c8f26bd704b546"
name = 'letter.txt.jinja'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_letter = resolve('letter')
    try:
        t_1 = environment.filters['center']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'center' found.")
    try:
        t_2 = environment.filters['columns']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'columns' found.")
    try:
        t_3 = environment.filters['wrap']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'wrap' found.")
    pass
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield str(t_1(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark')))
        yield '\n\n'
        yield str(t_3(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_notice')))
        yield '\n\n'
    l_1_loop = missing
    for l_1_line, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'letterhead'), undefined):
        _loop_vars = {}
        pass
        yield str(t_1(l_1_line))
        yield '\n'
        if environment.getattr(l_1_loop, 'last'):
            pass
            yield '\n'
    l_1_loop = l_1_line = missing
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title'):
        pass
        yield str(t_1(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'title')))
        yield '\n\n'
    yield str(t_2(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'header')))
    yield '\n'
    l_1_loop = missing
    for l_1_section, l_1_loop in LoopContext(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'sections'), undefined):
        _loop_vars = {}
        pass
        yield '\n'
        yield str(t_1(environment.getattr(l_1_section, 'heading')))
        yield '\n'
        if environment.getattr(l_1_section, 'lead'):
            pass
            yield '\n'
            yield str(t_3(environment.getattr(l_1_section, 'lead')))
            yield '\n'
        for l_2_paragraph in environment.getattr(l_1_section, 'paragraphs'):
            _loop_vars = {}
            pass
            yield '\n'
            yield str(t_3(l_2_paragraph))
            yield '\n'
        l_2_paragraph = missing
        if environment.getattr(l_1_section, 'entries'):
            pass
            yield '\n'
        for l_2_entry in environment.getattr(l_1_section, 'entries'):
            _loop_vars = {}
            pass
            yield str(t_3(l_2_entry, '- ', '  '))
            yield '\n'
        l_2_entry = missing
        if environment.getattr(l_1_section, 'labeled_lead'):
            pass
            yield '\n'
            yield str(t_3(environment.getattr(l_1_section, 'labeled_lead')))
            yield '\n'
        for l_2_fact in environment.getattr(l_1_section, 'labeled'):
            _loop_vars = {}
            pass
            yield str(t_3(str_join((environment.getattr(l_2_fact, 'label'), ' ', environment.getattr(l_2_fact, 'text'), ))))
            yield '\n'
        l_2_fact = missing
        l_2_loop = missing
        for l_2_item, l_2_loop in LoopContext(environment.getattr(l_1_section, 'items'), undefined):
            _loop_vars = {}
            pass
            yield '\n'
            yield str(t_3(environment.getattr(l_2_item, 'heading')))
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
                    yield str(t_3(str_join(((str_join((environment.getattr(l_3_part, 'label'), ' ', )) if environment.getattr(l_4_loop, 'first') else ''), l_4_paragraph, ))))
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
        yield str(t_3(l_1_line))
        yield '\n'
    l_1_loop = l_1_line = missing
    if environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'is_draft'):
        pass
        yield '\n'
        yield str(t_1(environment.getattr((undefined(name='letter') if l_0_letter is missing else l_0_letter), 'draft_mark')))
        yield '\n'

blocks = {}
debug_info = '1=30&2=32&4=34&7=37&8=40&9=42&13=46&14=48&17=50&18=53&20=57&21=59&23=62&25=64&27=68&29=71&32=74&33=77&35=80&37=83&39=85&40=88&42=92&44=96&45=99&46=103&48=107&53=114&54=117&57=120&59=123&61=126'
