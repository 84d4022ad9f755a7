namespace EqAssess.Data.Tables;

/// <summary>A row that is inserted and never changed or deleted; the save interceptor and, where the engine has them, triggers see to it.</summary>
public interface IAppendOnly;
